package example;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/** Changes, and has a version, so that nobody writes over a change that he has not seen. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@NaturalIdCache
public class Dog {
    @Id
    private Long id;

    @Version
    private int version;

    @NaturalId
    private String chip;

    private String name;

    private LocalDate born;

    @ManyToOne(fetch = FetchType.LAZY)
    private Breed breed;

    @ManyToOne(fetch = FetchType.LAZY)
    private Owner owner;

    protected Dog() {}

    Dog(Long id, String chip, String name, Breed breed, Owner owner) {
        this.id = id;
        this.chip = chip;
        this.name = name;
        this.born = LocalDate.of(2026, 1, 1).plusDays(id);
        this.breed = breed;
        this.owner = owner;
        owner.dogs().add(this);
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    LocalDate born() {
        return born;
    }

    Breed breed() {
        return breed;
    }
}
