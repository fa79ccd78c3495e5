/**
 * Which rows of an article belong where, and how strictly: locations, and the profile of an
 * article.
 */
@NullMarked
package io.kbaudit.deployment;

import org.jspecify.annotations.NullMarked;
