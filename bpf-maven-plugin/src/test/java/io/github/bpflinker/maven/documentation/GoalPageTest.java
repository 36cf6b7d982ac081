package io.github.bpflinker.maven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Compares {@code docs/maven.md} with the plugin's descriptor, which is made of the goals themselves. */
class GoalPageTest {

    private static final String HELP = "help";

    private final List<Element> goals = goals();
    private final String page = Files.readString(Path.of("../docs/maven.md"));

    GoalPageTest() throws IOException {}

    @TestFactory
    List<DynamicTest> namesEveryParameterWithItsProperty() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Element goal : goals) {
            if (!text(goal, "goal").equals(HELP)) {
                tests.add(DynamicTest.dynamicTest(text(goal, "goal"), () -> checkGoal(goal)));
            }
        }
        return tests;
    }

    private void checkGoal(Element goal) {
        assertThat(page).contains("## bpf:" + text(goal, "goal") + "\n");
        for (Element parameter : all(goal, "parameter")) {
            if (text(parameter, "editable").equals("true")) {
                String name = text(parameter, "name");
                assertThat(page).contains("| `<" + name + ">` |");
                assertThat(text(parameter, "since")).as("since of " + name).isNotEmpty();
                assertThat(text(parameter, "description")).as("of " + name).isNotEmpty();
            }
        }
        Element configuration = all(goal, "configuration").get(0);
        NodeList values = configuration.getElementsByTagName("*");
        List<String> properties = new ArrayList<>();
        for (int i = 0; i < values.getLength(); i++) {
            String value = values.item(i).getTextContent().strip();
            if (value.startsWith("${bpf.")) {
                properties.add(value.substring(2, value.length() - 1));
            }
        }
        assertThat(properties).contains("bpf.skip", "bpf." + text(goal, "goal") + ".skip");
        assertThat(properties).allSatisfy(property -> assertThat(page).contains("| `" + property + "` |"));
    }

    @Test
    void saysOfEveryOptionOfTheCommandLineWhatDoesTheSame() throws IOException {
        String section = page.substring(page.indexOf("### The options of the command line"));
        String table = section.substring(0, section.indexOf("\n## "));
        String help = Files.readString(Path.of("../docs/command-line.md"));
        String usage = help.substring(help.indexOf("## bpf-linker\n"), help.indexOf("Examples:"));
        List<String> options = Pattern.compile("^ +(-\\w)?(?:, )? *(--[a-z-]+)?", Pattern.MULTILINE)
                .matcher(usage)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                .filter(Objects::nonNull)
                .toList();

        assertThat(options).contains("-O", "-r", "--relocatable", "--panic-exit");
        assertThat(options).allSatisfy(option -> assertThat(table).as(option).contains("`" + option + "`"));
    }

    /** Eclipse marks a goal with a default phase as an error if it does not know what to do with it. */
    @Test
    void eclipseKnowsEveryGoalOfALifecycle() throws Exception {
        List<String> known =
                all(parsed(Path.of("target/classes/META-INF/m2e/lifecycle-mapping-metadata.xml")), "goal").stream()
                        .map(goal -> goal.getTextContent().strip())
                        .toList();
        List<String> ofALifecycle = goals.stream()
                .filter(goal -> !text(goal, "phase").isEmpty())
                .map(goal -> text(goal, "goal"))
                .toList();

        assertThat(ofALifecycle).contains("compile", "verify");
        assertThat(known).doesNotHaveDuplicates().containsAll(ofALifecycle);
        assertThat(goals.stream().map(goal -> text(goal, "goal"))).containsAll(known);
    }

    @Test
    void everyGoalIsThreadSafe() {
        assertThat(goals).allSatisfy(goal -> assertThat(text(goal, "threadSafe"))
                .as(text(goal, "goal"))
                .isEqualTo("true"));
    }

    @Test
    void pagesLinkToWhatIsThere() throws IOException {
        assertThat(page).contains("(troubleshooting.md)");
        assertThat(Files.readString(Path.of("../docs/troubleshooting.md")))
                .contains("(maven.md#maven-build-cache-extension)");
        assertThat(page).contains("## maven-build-cache-extension\n");
    }

    private static List<Element> goals() {
        try {
            return all(parsed(Path.of("target/classes/META-INF/maven/plugin.xml")), "mojo");
        } catch (Exception e) {
            throw new AssertionError("no plugin descriptor; it is made in phase process-classes", e);
        }
    }

    private static Element parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }
}
