import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the driver's own tests and writes one line a test to the file given: passed|failed|skipped, tab, id. Why a test failed
 * goes to standard output, and how long each class took. The second argument is left-out.txt: what it matches is not
 * run. The third is a regular expression of the classes.
 *
 * A test that takes longer than LIMIT waits for a server that does not answer: its connections are ended, so that it fails
 * and the next one runs.
 */
class Runner implements TestExecutionListener {
  private static final String PACKAGE = "org.postgresql.";
  private static final long LIMIT = Long.parseLong(System.getProperty("limit", "40000"));

  private final PrintStream results;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> times = new TreeMap<>();
  private volatile long started = Long.MAX_VALUE;

  public static void main(String[] args) throws Exception {
    List<Pattern> leftOut = patterns(Path.of(args[1]));
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(selectPackage("org.postgresql"))
        .filters(includeClassNamePatterns(args[2]))
        .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(leftOut.stream().noneMatch(p -> p.matcher(idOf(test)).matches())))
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .build();
    try (PrintStream results = new PrintStream(args[0], StandardCharsets.UTF_8)) {
      Runner runner = new Runner(results);
      Thread watchdog = new Thread(runner::watch, "watchdog");
      watchdog.setDaemon(true);
      watchdog.start();
      LauncherFactory.create().execute(request, runner);
      runner.times.forEach((name, time) -> System.out.println("-- " + time + " ms: " + name));
    }
    System.exit(0);
  }

  private Runner(PrintStream results) {
    this.results = results;
  }

  /** The ids of a file of `id<TAB>reason` lines, `*` standing for anything. */
  private static List<Pattern> patterns(Path file) throws Exception {
    List<Pattern> patterns = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) continue;
      patterns.add(Pattern.compile(Pattern.quote(line.split("\t")[0]).replace("*", "\\E.*\\Q")));
    }
    return patterns;
  }

  /** Of a method as it is discovered: class.method. */
  private static String idOf(TestDescriptor test) {
    return test.getSource()
        .map(source -> source instanceof MethodSource method ? method.getClassName() + "." + method.getMethodName()
            : source instanceof ClassSource type ? type.getClassName() : "")
        .map(Runner::shorten)
        .orElse("");
  }

  /** Of a run of it: class.method and which of the runs with other parameters it is. */
  private static String idOf(TestIdentifier test) {
    MethodSource method = (MethodSource) test.getSource().orElseThrow();
    List<UniqueId.Segment> segments = UniqueId.parse(test.getUniqueId()).getSegments();
    StringBuilder id = new StringBuilder(shorten(method.getClassName()) + "." + method.getMethodName());
    for (UniqueId.Segment segment : segments) {
      String value = segment.getValue();
      if (segment.getType().equals("test-template-invocation")) id.append(value);
      else if (segment.getType().equals("test") && value.startsWith("[")) id.append(value);
    }
    String parameters = test.getDisplayName().matches("\\[\\d+\\] .*") && !test.getDisplayName().matches("(?s).*@[0-9a-f]+.*")
        ? test.getDisplayName().replaceFirst("\\[\\d+\\]", "") : "";
    String whole = (id + parameters).replaceAll("\\s+", " ");
    return whole.length() > 160 ? whole.substring(0, 160) : whole;
  }

  private static String shorten(String name) {
    return name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    started = System.currentTimeMillis();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    long took = System.currentTimeMillis() - started;
    started = Long.MAX_VALUE;
    if (test.isTest()) times.merge(shorten(((MethodSource) test.getSource().orElseThrow()).getClassName()), took, Long::sum);
    if (!test.isTest()) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED && test.getSource().isPresent()) {
        String name = test.getSource().get() instanceof ClassSource type ? type.getClassName() : test.getDisplayName();
        write("failed", shorten(name), result);
      }
      return;
    }
    switch (result.getStatus()) {
      case SUCCESSFUL -> write("passed", idOf(test), result);
      case ABORTED -> write("skipped", idOf(test), result);
      case FAILED -> write("failed", idOf(test), result);
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    if (test.isTest()) write("skipped", idOf(test), TestExecutionResult.successful());
  }

  private void write(String word, String id, TestExecutionResult result) {
    String name = id;
    for (int i = 2; !seen.add(name); i++) name = id + "~" + i;
    results.println(word + "\t" + name);
    if (!word.equals("failed")) return;
    System.out.println("== " + name);
    result.getThrowable().ifPresent(error -> {
      System.out.println(error);
      for (StackTraceElement frame : error.getStackTrace()) {
        if (frame.getClassName().startsWith(PACKAGE)) System.out.println("    at " + frame);
      }
    });
  }

  private void watch() {
    while (true) {
      try {
        Thread.sleep(1000);
        if (System.currentTimeMillis() - started > LIMIT) endConnections();
      } catch (Exception error) {
        System.out.println("watchdog: " + error);
      }
    }
  }

  private void endConnections() throws Exception {
    started = System.currentTimeMillis();
    Properties user = new Properties();
    user.setProperty("user", System.getProperty("username"));
    String url = "jdbc:postgresql://" + System.getProperty("server") + ":" + System.getProperty("port") + "/" + System.getProperty("database");
    try (Connection connection = DriverManager.getConnection(url, user)) {
      connection.createStatement().execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }
  }
}
