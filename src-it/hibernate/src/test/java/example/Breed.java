package example;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

/** Never changes. */
@Entity
@Immutable
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
public class Breed {
    @Id
    private Long id;

    private String name;

    private Size size;

    protected Breed() {}

    Breed(Long id, String name, Size size) {
        this.id = id;
        this.name = name;
        this.size = size;
    }

    String describe() {
        return size + " " + name;
    }
}
