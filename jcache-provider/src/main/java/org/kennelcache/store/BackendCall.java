package org.kennelcache.store;

/** What is asked of a backend, of its scans and of its leases. */
enum BackendCall {
    GET("get"),
    GET_ALL("getAll"),
    COMMIT("commit"),
    PUT_ALL("putAll"),
    COMMIT_ALL("commitAll"),
    REMOVE("remove"),
    REMOVE_ALL("removeAll"),
    SCAN("scan"),
    CLEAR("clear"),
    DROP("drop"),
    TRY_ACQUIRE("tryAcquire"),
    RENEW("renew"),
    RENEW_ALL("renewAll"),
    RELEASE("release"),
    IS_LOCKED("isLocked");

    private final String operation;

    BackendCall(String operation) {
        this.operation = operation;
    }

    /** The method that is called, for messages. */
    String operation() {
        return operation;
    }
}
