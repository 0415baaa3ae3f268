package org.kennelcache.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file with secrets. Where the file system has owners and permissions, a new file is its owner's alone; one that is
 * {@link Replacement replaced} keeps those it had.
 */
record OwnerOnlyFile(Path path) {

    private static final String OWNER_ONLY = "rw-------";

    /** Makes a file that was not there before. */
    void create(String text) {
        try {
            write(path, text);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(path + " exists already; nothing was changed", e);
        } catch (IOException e) {
            throw new CommandFailedException(path + " can't be written: " + e, e);
        }
    }

    /** The content. */
    String read() {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(path + " does not exist", e);
        } catch (IOException e) {
            throw new CommandFailedException(path + " can't be read: " + e, e);
        }
    }

    /** Begins to put another content in the place of the file's: until it is closed, nobody else can. */
    Replacement beginReplacement() {
        try {
            Path target = path.toRealPath();
            Path next = target.resolveSibling(target.getFileName() + ".new");
            write(next, "");
            return new Replacement(target, next);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(
                    e.getFile() + " exists: another command is at work, or was interrupted; nothing was changed", e);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(path + " does not exist", e);
        } catch (IOException e) {
            throw new CommandFailedException(path + " can't be replaced: " + e, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        FileAttribute<?>[] attributes = posix(file.toAbsolutePath().getParent()) == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                };
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, attributes)) {
            write(channel, text);
        }
    }

    static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    static @Nullable PosixFileAttributeView posix(@Nullable Path file) {
        return file == null ? null : Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
