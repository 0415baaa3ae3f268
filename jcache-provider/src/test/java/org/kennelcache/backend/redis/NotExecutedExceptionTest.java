package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

class NotExecutedExceptionTest {

    @Test
    void maybeExecuted_notExecuted_isNotCertainAnyMore() {
        NotExecutedException failure = new NotExecutedException(Reason.UNREACHABLE, "nobody there", null);

        assertThat(NotExecutedException.maybeExecuted(failure))
                .isNotInstanceOf(NotExecutedException.class)
                .hasMessage("nobody there")
                .extracting(BackendException::reason)
                .isEqualTo(Reason.UNREACHABLE);
    }
}
