/**
 * Audits files against the file table of a Microsoft Knowledge Base article.
 *
 * <p>Start at {@link io.kbaudit.KbAudit}.
 */
@SuppressWarnings("requires-automatic") // jte-runtime states a name, and no module
module io.kbaudit.core {
  requires com.fasterxml.jackson.core;
  requires gg.jte.runtime;
  requires java.xml;
  requires org.apache.commons.csv;
  requires org.apache.commons.io;
  requires org.apache.poi.poi;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires org.jsoup;
  requires org.snakeyaml.engine;
  // The annotation that generated code carries in its source.
  requires static java.compiler;
  requires static org.jspecify;

  exports io.kbaudit;
  exports io.kbaudit.article;
  exports io.kbaudit.article.reader;
  exports io.kbaudit.attestation;
  exports io.kbaudit.audit;
  exports io.kbaudit.baseline;
  exports io.kbaudit.comparison;
  exports io.kbaudit.database;
  exports io.kbaudit.deployment;
  exports io.kbaudit.file;
  exports io.kbaudit.identify;
  exports io.kbaudit.inventory;
  exports io.kbaudit.inventory.listing;
  exports io.kbaudit.inventory.saved;
  exports io.kbaudit.msi;
  exports io.kbaudit.pe;
  exports io.kbaudit.plan;
  exports io.kbaudit.record;
  exports io.kbaudit.registry;
  exports io.kbaudit.report;
  exports io.kbaudit.report.csv;
  exports io.kbaudit.report.json;
  exports io.kbaudit.report.monitoring;
  exports io.kbaudit.report.text;
  exports io.kbaudit.script;
  exports io.kbaudit.settings;
  exports io.kbaudit.signature;
  exports io.kbaudit.waiver;
}
