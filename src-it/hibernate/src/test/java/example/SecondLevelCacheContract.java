package example;

import static example.Register.ANNA;
import static example.Register.MEDAL;
import static example.Register.REX;
import static example.Register.REX_CHIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.hibernate.stat.CacheRegionStatistics;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the second-level cache does for one session factory, wherever it keeps its entries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecondLevelCacheContract {
    private final Database database = new Database();
    private Register register;

    /** The configuration of the cache. */
    abstract URI configuration();

    @BeforeAll
    void open() {
        register = Register.open(database.create(), configuration());
    }

    @BeforeEach
    void fill() {
        register.empty();
        register.fill();
        register.sessions().getCache().evictAllRegions();
        register.statistics().clear();
    }

    @AfterAll
    void close() {
        register.close();
        database.close();
    }

    @Test
    void find_twice_secondFromTheCache() {
        assertThat(register.describe(REX)).isEqualTo("Rex, LARGE Collie, 2026-01-02");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.describe(REX)).isEqualTo("Rex, LARGE Collie, 2026-01-02");

        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
        assertThat(counts(Dog.class.getName())).isEqualTo("1 puts, 1 misses, 1 hits");
        assertThat(counts(Breed.class.getName())).isEqualTo("1 puts, 1 misses, 1 hits");
    }

    @Test
    void find_readWriteAfterAChange_newStateFromTheCache() {
        register.dogName(REX);

        register.renameDog(REX, "Hasso");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.dogName(REX)).isEqualTo("Hasso");
        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
    }

    @Test
    void find_nonstrictAfterAChange_newStateFromTheDatabase() {
        register.ownerName(ANNA);

        register.renameOwner(ANNA, "Berta");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.ownerName(ANNA)).isEqualTo("Berta");
        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements + 1);
        assertThat(register.ownerName(ANNA)).isEqualTo("Berta");
        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements + 1);
    }

    @Test
    void find_identifierOfTwoParts_secondFromTheCache() {
        assertThat(register.medal(MEDAL)).isEqualTo("Paris 1, FR 7");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.medal(MEDAL)).isEqualTo("Paris 1, FR 7");

        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
    }

    @Test
    void naturalId_ofTwoParts_secondFromTheCache() {
        assertThat(register.medalByNumber("FR", 7)).isEqualTo("Paris 1, FR 7");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.medalByNumber("FR", 7)).isEqualTo("Paris 1, FR 7");

        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
    }

    @Test
    void collection_twice_secondFromTheCache() {
        assertThat(register.dogNamesOf(ANNA)).containsExactly("Bello", "Rex");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.dogNamesOf(ANNA)).containsExactly("Bello", "Rex");

        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
        assertThat(counts(Owner.class.getName() + ".dogs")).isEqualTo("1 puts, 1 misses, 1 hits");
    }

    @Test
    void collection_afterAnAddition_newState() {
        register.dogNamesOf(ANNA);

        register.addDog(3, "Laika");

        assertThat(register.dogNamesOf(ANNA)).containsExactly("Bello", "Laika", "Rex");
    }

    @Test
    void naturalId_twice_secondFromTheCache() {
        assertThat(register.dogNameByChip(REX_CHIP)).isEqualTo("Rex");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.dogNameByChip(REX_CHIP)).isEqualTo("Rex");

        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
        assertThat(statistics().getNaturalIdCacheHitCount()).isEqualTo(1);
    }

    @Test
    void query_twice_secondFromTheCache() {
        assertThat(register.dogNamesLike("R%")).containsExactly("Rex");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.dogNamesLike("R%")).containsExactly("Rex");

        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
        assertThat(statistics().getQueryCacheHitCount()).isEqualTo(1);
    }

    @Test
    void query_ofEntitiesTwice_secondFromTheCache() {
        assertThat(register.describeDogsLike("%e%")).containsExactly("Bello", "Rex");
        long statements = statistics().getPrepareStatementCount();

        assertThat(register.describeDogsLike("%e%")).containsExactly("Bello", "Rex");

        assertThat(statistics().getPrepareStatementCount()).isEqualTo(statements);
    }

    @Test
    void query_otherParameters_anotherResult() {
        assertThat(register.dogNamesLike("R%")).containsExactly("Rex");

        assertThat(register.dogNamesLike("B%")).containsExactly("Bello");
    }

    @Test
    void query_afterAChangeOfItsTable_askedAnew() {
        register.dogNamesLike("R%");

        register.renameDog(REX, "Ringo");

        assertThat(register.dogNamesLike("R%")).containsExactly("Ringo");
        assertThat(statistics().getUpdateTimestampsCachePutCount()).isPositive();
        assertThat(statistics().getUpdateTimestampsCacheHitCount()).isPositive();
    }

    private Statistics statistics() {
        return register.statistics();
    }

    private String counts(String region) {
        CacheRegionStatistics counted = statistics().getDomainDataRegionStatistics(region);
        return counted.getPutCount() + " puts, " + counted.getMissCount() + " misses, " + counted.getHitCount()
                + " hits";
    }
}
