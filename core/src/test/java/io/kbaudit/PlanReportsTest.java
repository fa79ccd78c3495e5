package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.plan.Plan;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.PlanCase;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReportsTest {
  @ParameterizedTest
  @CsvSource({"text, 'Article  '", "json, '{'", "html, '<!DOCTYPE html>'"})
  void eachFormatIsFoundByItsName(String name, String beginning) throws Exception {
    assertThat(PlanReports.names()).contains(name);
    assertThat(written(name)).startsWith(beginning);
  }

  @Test
  void whatIsNoFormatIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written("csv"))
        .withMessage("'csv' is none of [text, json, html]");
  }

  private static String written(String name) throws Exception {
    Plan plan = PlanCase.READY.plan();
    StringWriter out = new StringWriter();
    PlanReports.write(name, plan, ChoiceNames.NONE, out);
    return out.toString();
  }
}
