package org.kennelcache.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

/**
 * {@code serializer = json}: the declared value type by Jackson, with the Jackson modules that the class loader finds.
 *
 * <p>Nothing in the bytes chooses a class unless the value type itself says so by Jackson's annotations. Hazard: what
 * is declared as a bare {@code Map} or {@code List} comes back with maps in the place of objects.
 */
final class JsonSerializer implements Serializer {

    private final ObjectMapper mapper;
    private final Class<?> valueType;

    JsonSerializer(SerializerSettings settings) {
        valueType = settings.valueType();
        if (valueType == Object.class) {
            throw new IllegalArgumentException(
                    "serializer: 'json' needs the value type of the cache; declare it (setTypes) or use another "
                            + "serializer");
        }
        int maxBytes = settings.limits().maxBytes();
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(settings.limits().maxDepth())
                .maxStringLength(maxBytes)
                .maxDocumentLength(maxBytes)
                .build();
        mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .addModules(ObjectMapper.findModules(settings.loader()))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();
    }

    @Override
    public int id() {
        return SerializerIds.JSON;
    }

    @Override
    public byte[] write(Object value) {
        requireReadable(value.getClass());
        try {
            return mapper.writerFor(valueType).writeValueAsBytes(value);
        } catch (JsonProcessingException | StackOverflowError e) {
            throw new SerializationException(
                    "a value of " + value.getClass().getName() + " cannot be written as JSON: "
                            + e.getClass().getName(),
                    e);
        }
    }

    /** Nothing in the bytes would tell a subclass from the declared class. */
    private void requireReadable(Class<?> type) {
        boolean open =
                Modifier.isAbstract(valueType.getModifiers()) || valueType.isAnnotationPresent(JsonTypeInfo.class);
        if (type != valueType && !open) {
            throw new SerializationException("class " + type.getName() + " would be read back as " + valueType.getName()
                    + ", the cache's value type; annotate that with @JsonTypeInfo or use another serializer");
        }
    }

    @Override
    public Object read(byte[] bytes, int offset, int length) {
        try {
            return mapper.readValue(bytes, offset, length, valueType);
        } catch (IOException | StackOverflowError e) {
            throw new SerializationException(
                    "the bytes are no " + valueType.getName() + " in JSON: "
                            + e.getClass().getName(),
                    e);
        }
    }
}
