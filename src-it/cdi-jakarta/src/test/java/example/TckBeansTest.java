package example;

import static org.assertj.core.api.Assertions.assertThat;

import domain.Blog;
import java.util.ServiceLoader;
import javax.cache.annotation.BeanProvider;
import manager.UsingDefaultCacheNameBlogManagerImpl;
import org.junit.jupiter.api.Test;

/** Without a provider of beans that are intercepted, the annotation tests of the TCK would pass without having run. */
class TckBeansTest {

    @Test
    void provider_asTheTckLooksForIt_givesInterceptedBeans() {
        UsingDefaultCacheNameBlogManagerImpl blogs = ServiceLoader.load(BeanProvider.class)
                .findFirst()
                .orElseThrow()
                .getBeanByType(UsingDefaultCacheNameBlogManagerImpl.class);
        blogs.createEntry(new Blog("kennel", "body"));
        blogs.getEntryCached("kennel");
        blogs.clearEntry("kennel");

        assertThat(blogs.getEntryRaw("kennel")).isNull();
        assertThat(blogs.getEntryCached("kennel")).isNotNull();
    }
}
