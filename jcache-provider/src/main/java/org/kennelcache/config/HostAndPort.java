package org.kennelcache.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of one server.
 *
 * <p>Written as {@code host}, {@code host:port}, {@code [IPv6]:port} or a bare IPv6 address; the prefixes
 * {@code inet:} and {@code inet6:} (also {@code inet6[...]}) of oslo.cache's {@code memcache_servers} are taken and not
 * needed: the JVM finds the address family itself.
 *
 * @param host name or address, without brackets
 * @param port TCP port, 1 to 65535
 */
public record HostAndPort(String host, int port) {

    private static final Pattern FAMILY = Pattern.compile("inet6?:(?=.)|inet6(?=\\[)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]\\s]+)](?::(\\d{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([^\\[\\]:/@\\s]+)(?::(\\d{1,5}))?");
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(?:%\\w+)?");

    /** @throws IllegalArgumentException when {@code host} is empty or {@code port} is out of its range */
    public HostAndPort {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("empty host name");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
    }

    /**
     * Reads an address.
     *
     * @param defaultPort the port where the text names none
     * @throws IllegalArgumentException when the text is not an address
     */
    static HostAndPort parse(String text, int defaultPort) {
        String address = FAMILY.matcher(text).lookingAt() ? FAMILY.matcher(text).replaceFirst("") : text;
        if (BARE_IPV6.matcher(address).matches()) {
            return new HostAndPort(address, defaultPort);
        }
        for (Pattern form : new Pattern[] {PLAIN, BRACKETED}) {
            Matcher matcher = form.matcher(address);
            if (matcher.matches()) {
                String port = matcher.group(2);
                return new HostAndPort(matcher.group(1), port == null ? defaultPort : Integer.parseInt(port));
            }
        }
        throw new IllegalArgumentException("not an address of the form host:port");
    }

    /** Returns {@code host:port}, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
