package example;

import jakarta.persistence.Cacheable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/** Its identifier has two parts, and so has its natural one. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@NaturalIdCache
public class Medal {
    @EmbeddedId
    private MedalId id;

    @NaturalId
    private String country;

    @NaturalId
    private Integer number;

    protected Medal() {}

    Medal(MedalId id, String country, Integer number) {
        this.id = id;
        this.country = country;
        this.number = number;
    }

    String inscription() {
        return id.show() + " " + id.place() + ", " + country + " " + number;
    }
}
