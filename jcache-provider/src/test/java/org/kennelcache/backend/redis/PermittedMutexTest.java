package org.kennelcache.backend.redis;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.MutexContract;
import org.kennelcache.testing.RedisServer;

/** Leases of a user who may do no more than the documents say is needed. */
class PermittedMutexTest extends MutexContract {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @Override
    protected Backend open() {
        server.command("ACL", "SETUSER", "kennel", "on", ">open-sesame", "~*", "-@all");
        server.command("ACL", "SETUSER", "kennel", "+get", "+mget", "+set", "+mset", "+del", "+unlink", "+scan");
        server.command("ACL", "SETUSER", "kennel", "+eval", "+evalsha", "+getrange", "+exists", "+pexpire");
        return Servers.open(RedisSettings.single(new HostAndPort(server.host(), server.port()))
                .credentials("kennel", Secret.of("open-sesame"))
                .build());
    }
}
