/**
 * The question and the answer: what is asked of which files, and how strictly; the outcome of each
 * check of each row, and the verdict that they give. Whatever is here can be shared by threads: it
 * never changes.
 */
@NullMarked
package io.kbaudit.audit;

import org.jspecify.annotations.NullMarked;
