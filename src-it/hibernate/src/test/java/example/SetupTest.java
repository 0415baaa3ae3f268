package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which settings Hibernate takes, and which it refuses. */
class SetupTest {
    private static final String STRATEGY = "hibernate.javax.cache.missing_cache_strategy";

    private final Database database = new Database();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void missingCache_strategyFail_refused() {
        Configuration configuration =
                configuration("heap.conf", Dog.class, Owner.class, Breed.class).setProperty(STRATEGY, "fail");

        assertThatThrownBy(configuration::buildSessionFactory)
                .hasStackTraceContaining("On-the-fly creation of JCache Cache objects is not supported");
    }

    @Test
    void declaredCaches_strategyFail_taken() {
        Configuration configuration =
                configuration("declared.conf", Breed.class).setProperty(STRATEGY, "fail");

        try (SessionFactory sessions = configuration.buildSessionFactory()) {
            assertThat(sessions.getCache().containsEntity(Breed.class, 1L)).isFalse();
        }
    }

    @Test
    void missingCache_noStrategy_created() {
        try (SessionFactory sessions = configuration("heap.conf", Breed.class).buildSessionFactory()) {
            sessions.inTransaction(session -> session.persist(new Breed(1L, "Collie", Size.LARGE)));
            sessions.fromTransaction(session -> session.find(Breed.class, 1L));

            assertThat(sessions.getCache().containsEntity(Breed.class, 1L)).isTrue();
        }
    }

    @Test
    void transactional_anyEntity_refused() {
        Configuration configuration = configuration("heap.conf", Ledger.class);

        assertThatThrownBy(configuration::buildSessionFactory)
                .hasStackTraceContaining("example.SetupTest$Ledger is to be cached as TRANSACTIONAL")
                .hasStackTraceContaining("Allowed are READ_ONLY, NONSTRICT_READ_WRITE and READ_WRITE");
    }

    private Configuration configuration(String resource, Class<?>... entities) {
        return Register.configuration(database.create(), HeapTest.resource(resource), List.of(entities));
    }

    /** Asks for what needs a cache that takes part in transactions. */
    @Entity
    @Cacheable
    @Cache(usage = CacheConcurrencyStrategy.TRANSACTIONAL)
    public static class Ledger {
        @Id
        private Long id;
    }
}
