package org.kennelcache.jcache;

import org.kennelcache.testing.MongoJavaServer;

class MongodbHangsTest extends HangContract {

    MongodbHangsTest() {
        super(MongoJavaServer.start());
    }
}
