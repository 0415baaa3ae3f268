package example;

import java.net.URI;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.stat.Statistics;
import org.kennelcache.hibernate.KennelRegionFactory;

/** The application: a register of dogs, in a database, behind a second-level cache. */
final class Register implements AutoCloseable {
    static final long REX = 1;
    static final String REX_CHIP = "chip-1";
    static final long ANNA = 1;
    static final MedalId MEDAL = new MedalId("Paris", 1);

    private static final List<Class<?>> ENTITIES = List.of(Dog.class, Owner.class, Breed.class, Medal.class);

    private final SessionFactory sessions;

    private Register(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Opens the register; the caches are made as they are asked for. */
    static Register open(String database, URI cacheConfiguration) {
        return new Register(configuration(database, cacheConfiguration, ENTITIES)
                .setProperty("hibernate.javax.cache.missing_cache_strategy", "create")
                .buildSessionFactory());
    }

    static Configuration configuration(String database, URI cacheConfiguration, List<Class<?>> entities) {
        Configuration configuration = new Configuration()
                .setProperty("hibernate.connection.url", database)
                .setProperty("hibernate.hbm2ddl.auto", "update")
                .setProperty("hibernate.generate_statistics", "true")
                .setProperty("hibernate.cache.region.factory_class", KennelRegionFactory.class.getName())
                .setProperty("hibernate.cache.use_query_cache", "true")
                .setProperty("hibernate.javax.cache.uri", cacheConfiguration.toString());
        entities.forEach(configuration::addAnnotatedClass);
        return configuration;
    }

    /** Deletes everything, in the database. */
    void empty() {
        sessions.inTransaction(session -> ENTITIES.forEach(entity ->
                session.createMutationQuery("delete from " + entity.getName()).executeUpdate()));
    }

    /** Anna and her dogs Rex and Bello. */
    void fill() {
        sessions.inTransaction(session -> {
            Breed collie = new Breed(1L, "Collie", Size.LARGE);
            Owner anna = new Owner(ANNA, "Anna");
            session.persist(collie);
            session.persist(anna);
            session.persist(new Dog(REX, REX_CHIP, "Rex", collie, anna));
            session.persist(new Dog(2L, "chip-2", "Bello", collie, anna));
            session.persist(new Medal(MEDAL, "FR", 7));
        });
    }

    String dogName(long id) {
        return sessions.fromTransaction(session -> session.find(Dog.class, id).name());
    }

    String describe(long id) {
        return sessions.fromTransaction(session -> {
            Dog dog = session.find(Dog.class, id);
            return dog.name() + ", " + dog.breed().describe() + ", " + dog.born();
        });
    }

    String dogNameByChip(String chip) {
        return sessions.fromTransaction(
                session -> session.bySimpleNaturalId(Dog.class).load(chip).name());
    }

    String medal(MedalId id) {
        return sessions.fromTransaction(session -> session.find(Medal.class, id).inscription());
    }

    String medalByNumber(String country, int number) {
        return sessions.fromTransaction(session -> session.byNaturalId(Medal.class)
                .using("country", country)
                .using("number", number)
                .load()
                .inscription());
    }

    List<String> dogNamesOf(long owner) {
        return sessions.fromTransaction(session -> session.find(Owner.class, owner).dogs().stream()
                .map(Dog::name)
                .sorted()
                .toList());
    }

    List<String> dogNamesLike(String pattern) {
        return sessions.fromTransaction(session -> session.createQuery(
                        "select d.name from Dog d where d.name like :pattern order by d.name", String.class)
                .setParameter("pattern", pattern)
                .setCacheable(true)
                .list());
    }

    List<String> describeDogsLike(String pattern) {
        return sessions.fromTransaction(session -> session
                .createQuery("from Dog d where d.name like :pattern order by d.name", Dog.class)
                .setParameter("pattern", pattern)
                .setCacheable(true)
                .list()
                .stream()
                .map(Dog::name)
                .toList());
    }

    String ownerName(long id) {
        return sessions.fromTransaction(session -> session.find(Owner.class, id).name());
    }

    void renameDog(long id, String name) {
        renameDog(id, name, () -> {});
    }

    void renameDog(long id, String name, Runnable beforeCommit) {
        sessions.inTransaction(session -> {
            session.find(Dog.class, id).rename(name);
            session.flush();
            beforeCommit.run();
        });
    }

    void renameDogAfter(long id, String name, Runnable whileLoaded) {
        sessions.inTransaction(session -> {
            Dog dog = session.find(Dog.class, id);
            whileLoaded.run();
            dog.rename(name);
        });
    }

    void renameOwner(long id, String name) {
        sessions.inTransaction(session -> session.find(Owner.class, id).rename(name));
    }

    void addDog(long id, String name) {
        sessions.inTransaction(session -> session.persist(new Dog(
                id, "chip-" + id, name, session.getReference(Breed.class, 1L), session.find(Owner.class, ANNA))));
    }

    Statistics statistics() {
        return sessions.getStatistics();
    }

    SessionFactory sessions() {
        return sessions;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
