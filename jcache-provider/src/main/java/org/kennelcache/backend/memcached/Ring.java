package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.WeightedServer;

/**
 * Which server a name belongs to, by consistent hashing as libmemcached's ketama does it: a server that comes or goes moves
 * its share of the names, and no others. A server that fails keeps its share.
 *
 * @param <S> what stands for a server
 */
final class Ring<S> {

    /** To be cloned: looking it up takes longer than using it. */
    private static final MessageDigest MD5 = md5();

    private static final int POINTS_PER_DIGEST = 4;
    private static final int DIGESTS_PER_SERVER = 40;
    private static final double ROUNDING = 1e-10;

    private final List<S> servers;

    /** By their points, unsigned; empty if there is one server only. */
    private final NavigableMap<Long, S> points = new TreeMap<>();

    private Ring(List<S> servers) {
        this.servers = List.copyOf(servers);
    }

    /**
     * A ring.
     *
     * @param members one or more
     * @param maker makes what stands for the server at an address
     */
    static <S> Ring<S> of(List<WeightedServer> members, Function<HostAndPort, S> maker) {
        Ring<S> ring = new Ring<>(
                members.stream().map(member -> maker.apply(member.address())).toList());
        if (members.size() > 1) {
            double total = members.stream().mapToInt(WeightedServer::weight).sum();
            for (int i = 0; i < members.size(); i++) {
                WeightedServer member = members.get(i);
                int digests =
                        (int) Math.floor(member.weight() / total * DIGESTS_PER_SERVER * members.size() + ROUNDING);
                ring.place(ring.servers.get(i), member.address().toString(), digests);
            }
        }
        return ring;
    }

    private void place(S server, String name, int digests) {
        for (int i = 0; i < Math.max(1, digests); i++) {
            byte[] digest = md5(name + '-' + i);
            for (int j = 0; j < POINTS_PER_DIGEST; j++) {
                points.put(point(digest, j * Integer.BYTES), server);
            }
        }
    }

    private static byte[] md5(String text) {
        try {
            MessageDigest digest = (MessageDigest) MD5.clone();
            return digest.digest(text.getBytes(UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's MD5 can be cloned", e);
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private static long point(byte[] digest, int start) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getInt(start));
    }

    S serverOf(String name) {
        if (points.isEmpty()) {
            return servers.get(0);
        }
        Map.Entry<Long, S> next = points.ceilingEntry(point(md5(name), 0));
        return (next == null ? points.firstEntry() : next).getValue();
    }

    /** What belongs to each server, in the order it comes. */
    <T> Map<S, List<T>> group(List<T> elements, Function<T, String> nameOf) {
        if (points.isEmpty()) {
            return Map.of(servers.get(0), elements);
        }
        Map<S, List<T>> groups = new HashMap<>();
        elements.forEach(element -> groups.computeIfAbsent(serverOf(nameOf.apply(element)), any -> new ArrayList<>())
                .add(element));
        return groups;
    }

    /** All servers, in the order they were given. */
    List<S> servers() {
        return servers;
    }
}
