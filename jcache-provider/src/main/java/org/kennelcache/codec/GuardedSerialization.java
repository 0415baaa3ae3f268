package org.kennelcache.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/** Java serialisation of allowed classes. */
final class GuardedSerialization {

    private final ClassLoader loader;
    private final AllowedClasses allowed;
    private final SerialLimits limits;

    GuardedSerialization(ClassLoader loader, AllowedClasses allowed, SerialLimits limits) {
        this.loader = loader;
        this.allowed = allowed;
        this.limits = limits;
    }

    /** Makes the stream that writes an object. */
    @FunctionalInterface
    interface OutputOpening {
        GuardedObjectOutputStream open(OutputStream out) throws IOException;
    }

    /** Makes the stream that reads an object. */
    @FunctionalInterface
    interface InputOpening {
        ObjectInputStream open() throws IOException;
    }

    /**
     * The bytes of an object.
     *
     * @throws SerializationException if it cannot be written, or could not be read because of its classes
     */
    byte[] write(Object object) {
        return write(object, out -> new GuardedObjectOutputStream(out, allowed));
    }

    /** The same through a stream of the caller's. */
    byte[] write(Object object, OutputOpening opening) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (GuardedObjectOutputStream out = opening.open(bytes)) {
            out.writeObject(object);
            out.requireAllowed();
        } catch (NotSerializableException e) {
            throw new SerializationException(
                    e.getMessage() + ", in an object of " + object.getClass().getName()
                            + ", is not java.io.Serializable; make it so or choose another serializer",
                    e);
        } catch (SerializationException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new SerializationException(
                    "an object of " + object.getClass().getName() + " cannot be serialised: "
                            + e.getClass().getName(),
                    e);
        }
        return bytes.toByteArray();
    }

    /**
     * The object that some bytes stand for.
     *
     * @throws SerializationException if there is none, its classes are not allowed, or it is larger than the limits
     */
    Object read(Bytes bytes) {
        return read(() -> new GuardedObjectInputStream(bytes, loader, allowed, limits));
    }

    /** The same through a stream of the caller's. */
    Object read(InputOpening opening) {
        try (ObjectInputStream in = opening.open()) {
            Object object = in.readObject();
            if (object == null) {
                throw new SerializationException("the bytes stand for null");
            }
            return object;
        } catch (SerializationException e) {
            throw e;
        } catch (ClassNotFoundException e) {
            throw new SerializationException(
                    "the cache's class loader " + loader + " does not know " + e.getMessage(), e);
        } catch (InvalidClassException e) {
            throw new SerializationException(reason(e), e);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            throw new SerializationException(
                    "the bytes cannot be read as a serialised object: "
                            + e.getClass().getName(),
                    e);
        }
    }

    /**
     * The filter's words, if it was the filter; else those of the JDK, which name the class and what has changed in it.
     */
    private static String reason(InvalidClassException e) {
        Throwable cause = e.getCause() instanceof SerializationException refusal ? refusal : e;
        return String.valueOf(cause.getMessage());
    }
}
