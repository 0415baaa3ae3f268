package org.kennelcache.jcache;

import org.kennelcache.testing.RedisServer;

class RedisHangsTest extends HangContract {

    RedisHangsTest() {
        super(RedisServer.start());
    }
}
