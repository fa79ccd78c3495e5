/**
 * Audits files against the file table of a Microsoft Knowledge Base article.
 *
 * <p>Start at {@link io.kbaudit.KbAudit}.
 */
module io.kbaudit.core {
  requires com.fasterxml.jackson.core;
  requires java.xml;
  requires org.apache.commons.csv;
  requires org.apache.commons.io;
  requires org.apache.logging.log4j;
  requires org.apache.poi.poi;
  requires org.jsoup;
  requires org.snakeyaml.engine;
  requires static org.jspecify;

  exports io.kbaudit;
  exports io.kbaudit.article;
  exports io.kbaudit.audit;
  exports io.kbaudit.baseline;
  exports io.kbaudit.deployment;
  exports io.kbaudit.file;
  exports io.kbaudit.inventory;
  exports io.kbaudit.msi;
  exports io.kbaudit.plan;
  exports io.kbaudit.record;
  exports io.kbaudit.report;
  exports io.kbaudit.script;
}
