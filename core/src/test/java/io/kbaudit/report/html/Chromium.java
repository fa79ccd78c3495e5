package io.kbaudit.report.html;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** The browser of this machine, without a window; it is found on the PATH, and never downloaded. */
final class Chromium implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Kept, so that it stays as quiet as it is told to be. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it with a profile of its own.
   *
   * @param profile an empty folder
   */
  static Chromium start(Path profile) {
    Path browser = programOrSkipAloud("chromium");
    Path service = programOrSkipAloud("chromedriver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(OPTIONS);
    options.addArguments("--user-data-dir=" + profile);
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService quiet =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(service.toFile())
            .withSilent(true)
            .build();
    ChromeDriver driver = new ChromeDriver(quiet, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    return new Chromium(driver);
  }

  private static Path programOrSkipAloud(String name) {
    Optional<Path> program =
        Stream.of(
                System.getenv()
                    .getOrDefault("PATH", "")
                    .split(Pattern.quote(File.pathSeparator), -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty()) {
      String reason = "SKIPPED: " + name + " is not on the PATH: no page is tried in a browser";
      System.out.println(reason);
      abort(reason);
    }
    return program.orElseThrow();
  }

  /** Loads a page anew, and forgets what was logged before. */
  void open(Path page) {
    driver.get("about:blank");
    messages();
    requests();
    driver.get(page.toUri().toString());
  }

  /**
   * Returns what the page, and the browser about the page, wrote to the console since the last
   * time.
   */
  List<String> messages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** Returns the addresses that were asked for since the last time. */
  List<String> requests() {
    Pattern request =
        Pattern.compile(
            "\"method\":\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");
    List<String> urls = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      var matcher = request.matcher(entry.getMessage());
      if (matcher.find()) {
        urls.add(matcher.group(1));
      }
    }
    return urls;
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Shows the page as it is printed, or as it is on a screen. */
  void emulatePaper(boolean paper) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : "screen"));
  }

  void allowScripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that hands what it finds to the last of its arguments. */
  @Nullable Object runAsync(String script) {
    return driver.executeAsyncScript(script);
  }

  /** Waits until an element says this. */
  void await(String text, String selector) {
    driver.executeAsyncScript(
        """
        const [selector, text, done] = arguments;
        (function look() {
          const said = document.querySelector(selector).textContent;
          return said === text ? done() : setTimeout(look, 20);
        })();
        """,
        selector,
        text);
  }

  WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> elements(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  byte[] pdf() {
    return pdf(new PrintOptions());
  }

  /** Returns the first page of what is printed. */
  byte[] firstPageOfPdf() {
    PrintOptions options = new PrintOptions();
    options.setPageRanges("1");
    return pdf(options);
  }

  private byte[] pdf(PrintOptions options) {
    return Base64.getDecoder().decode(driver.print(options).getContent());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
