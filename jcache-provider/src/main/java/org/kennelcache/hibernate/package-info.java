/** For Hibernate, which is an optional dependency: {@code org.hibernate.orm:hibernate-jcache}. */
@NullMarked
package org.kennelcache.hibernate;

import org.jspecify.annotations.NullMarked;
