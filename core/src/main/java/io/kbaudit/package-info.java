/**
 * Audits files against a Microsoft Knowledge Base article: an article says what files should be; a
 * folder says what files are; matching the two gives outcomes; outcomes give a verdict; a report
 * prints it.
 *
 * <pre>{@code
 * Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
 * AuditResult result = KbAudit.of(article).audit(Path.of("QFERollupPackage"));
 * boolean compliant = result.verdict() == Verdict.COMPLIANT;
 * }</pre>
 *
 * <p>Whatever is here can be shared by threads, a question as far as its listener can.
 */
@NullMarked
package io.kbaudit;

import org.jspecify.annotations.NullMarked;
