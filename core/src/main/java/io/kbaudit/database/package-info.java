/** What a database has, as the result of a query says. */
@NullMarked
package io.kbaudit.database;

import org.jspecify.annotations.NullMarked;
