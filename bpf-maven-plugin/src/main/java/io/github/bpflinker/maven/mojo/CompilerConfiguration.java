package io.github.bpflinker.maven.mojo;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the project sets for maven-compiler-plugin.
 *
 * @param compilesOnlyChangedFiles whether it compiles a changed file without those that use it
 */
record CompilerConfiguration(boolean compilesOnlyChangedFiles) {

    private static final String KEY = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String PARAMETER = "useIncrementalCompilation";
    private static final String PROPERTY = "maven.compiler." + PARAMETER;
    private static final String OFF = "false";

    static CompilerConfiguration of(MavenProject project, MavenSession session) {
        Stream<String> properties = Stream.of(
                session.getUserProperties().getProperty(PROPERTY),
                project.getProperties().getProperty(PROPERTY));
        Plugin plugin = project.getPlugin(KEY);
        Stream<ConfigurationContainer> configured =
                plugin == null ? Stream.of() : Stream.concat(Stream.of(plugin), plugin.getExecutions().stream());
        Stream<String> values = configured
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(dom -> ((Xpp3Dom) dom).getChild(PARAMETER))
                .filter(Objects::nonNull)
                .map(Xpp3Dom::getValue);
        return new CompilerConfiguration(
                Stream.concat(properties, values).filter(Objects::nonNull).anyMatch(value -> value.strip()
                        .equals(OFF)));
    }
}
