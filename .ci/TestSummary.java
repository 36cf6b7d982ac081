import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Prints the totals of all test reports below the current folder, and each skipped test with its reason. */
final class TestSummary {

    private static final Pattern REPORT = Pattern.compile(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");

    /** One Maven project of maven-invoker-plugin. */
    private static final Pattern PROJECT = Pattern.compile(".*/target/invoker-reports[^/]*/BUILD-[^/]*\\.xml");

    private final List<String> skipped = new ArrayList<>();
    private int passed;
    private int failed;
    private int projects;

    public static void main(String[] arguments) throws IOException, ParserConfigurationException, SAXException {
        TestSummary summary = new TestSummary();
        try (Stream<Path> files = Files.walk(Path.of("."))) {
            for (Path file : files.sorted().toList()) {
                if (REPORT.matcher(file.toString()).matches()) {
                    summary.add(file);
                } else if (PROJECT.matcher(file.toString()).matches()) {
                    summary.addProject(file);
                }
            }
        }
        summary.print();
    }

    private void add(Path report) throws IOException, ParserConfigurationException, SAXException {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        NodeList tests = document.getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
            Element test = (Element) tests.item(i);
            NodeList skips = test.getElementsByTagName("skipped");
            if (skips.getLength() > 0) {
                skipped.add(name(test) + ": " + reason((Element) skips.item(0)));
            } else if (has(test, "failure") || has(test, "error")) {
                failed++;
            } else {
                passed++;
            }
        }
    }

    private void addProject(Path report) throws IOException, ParserConfigurationException, SAXException {
        Element job = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        projects++;
        String result = job.getAttribute("result");
        if (result.equals("success")) {
            passed++;
        } else if (result.equals("skipped")) {
            String set = report.getParent().getFileName().toString().replaceFirst("invoker-reports-?", "");
            String project = job.getAttribute("project").replaceFirst("/pom\\.xml$", "");
            skipped.add((set.isEmpty() ? "" : set + "/") + project + ": " + projectReason(job));
        } else {
            failed++;
        }
    }

    /** The selector script leaves the reason beside the log. */
    private static String projectReason(Element job) throws IOException {
        Path reason = Path.of(job.getAttribute("buildlog")).resolveSibling("skipped.txt");
        if (Files.exists(reason)) {
            return Files.readString(reason).strip();
        }
        NodeList message = job.getElementsByTagName("failureMessage");
        String text = message.getLength() > 0 ? message.item(0).getTextContent().strip() : "";
        return text.isEmpty() ? "no reason given" : text;
    }

    private void print() {
        skipped.forEach(line -> System.out.println("skipped " + line));
        System.out.println(passed + " passed, " + failed + " failed, " + skipped.size() + " skipped (of them "
                + projects + " Maven projects)");
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }

    private static String name(Element test) {
        String type = test.getAttribute("classname");
        return type.substring(type.lastIndexOf('.') + 1) + "." + test.getAttribute("name");
    }

    private static String reason(Element skip) {
        String message = skip.getAttribute("message").strip();
        if (message.isEmpty()) {
            // The stack trace of the exception, which begins with its class and its message.
            String thrown = skip.getTextContent().strip().lines().findFirst().orElse("");
            message = thrown.substring(thrown.indexOf(':') + 1).strip();
        }
        return message.isEmpty() ? "no reason given" : message.lines().findFirst().orElse("");
    }
}
