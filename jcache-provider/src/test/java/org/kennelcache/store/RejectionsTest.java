package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.Rejection.Reason;

class RejectionsTest {

    private final Logger logger = Logger.getLogger(Rejections.class.getName());
    private final List<LogRecord> warnings = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final long[] nanos = {-5};
    private final Rejections rejections = new Rejections(() -> nanos[0]);

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private void reject(Reason reason) {
        rejections.rejected("a:b:digest", new Rejection(reason, "wrong"));
    }

    @Test
    void rejected_sameReasonAgain_isNotWarnedOfForAMinute() {
        reject(Reason.BAD_SEAL);
        reject(Reason.BAD_SEAL);
        assertThat(warnings).hasSize(1);

        nanos[0] += Rejections.QUIET.toNanos();
        reject(Reason.BAD_SEAL);

        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(1).getParameters()).containsExactly("a:b:digest", Reason.BAD_SEAL, "wrong", 3L);
    }

    @Test
    void rejected_anotherReason_isWarnedOfAtOnce() {
        reject(Reason.BAD_SEAL);
        reject(Reason.UNKNOWN_KEY);

        assertThat(warnings).hasSize(2);
    }

    @Test
    void counts_areByReasonAndLeaveOutWhatDidNotOccur() {
        reject(Reason.BAD_SEAL);
        reject(Reason.BAD_SEAL);
        reject(Reason.UNKNOWN_KEY);

        assertThat(rejections.counts()).isEqualTo(Map.of("BAD_SEAL", 2L, "UNKNOWN_KEY", 1L));
    }
}
