package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Versions;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.text.Printable;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** The base of all goals: skipping, logging, artifacts of the plugin, reporting of failures. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class AbstractBpfMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * Skips all goals of this plugin.
     *
     * <p>Example: {@code mvn package -Dbpf.skip}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.skip", defaultValue = "false")
    private boolean skip;

    private final BuildContext markers;
    private final NativesResolver nativesResolver;

    AbstractBpfMojo(BuildContext markers, NativesResolver nativesResolver) {
        this.markers = markers;
        this.nativesResolver = nativesResolver;
    }

    /** Runs the goal. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Whether this goal is skipped. */
    abstract boolean isSkipped();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isSkipped()) {
            getLog().info("skipped");
            return;
        }
        try {
            run();
        } catch (BuildFailure e) {
            String sentence = Printable.lines(e.sentence());
            throw session.getRequest().isShowErrors()
                    ? new MojoFailureException(sentence, e)
                    : new MojoFailureException(sentence);
        } catch (RuntimeException e) {
            throw new MojoExecutionException("bpf:" + execution.getGoal() + " failed unexpectedly: " + e, e);
        }
    }

    /** The current execution. */
    final MojoExecution execution() {
        return execution;
    }

    /** The id of the current execution. */
    final String executionId() {
        return execution.getExecutionId();
    }

    /** Whether the goal was invoked on the command line. */
    final boolean isOfCommandLine() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    final BuildLog log() {
        return new MavenLog(getLog(), markers);
    }

    final BuildContext markers() {
        return markers;
    }

    /** The artifacts of this plugin. */
    final PluginArtifacts ownFiles() {
        return PluginArtifacts.of(execution.getMojoDescriptor().getPluginDescriptor());
    }

    /** The natives from Maven Central, downloaded on demand. */
    final Natives natives() {
        String version = Versions.load().llvm();
        return new Natives(
                version,
                () -> nativesResolver.resolve(
                        version, session.getRepositorySession(), project.getRemotePluginRepositories()));
    }

    /** The natives in the local repository only. */
    final Natives localNatives() {
        String version = Versions.load().llvm();
        DefaultRepositorySystemSession local = new DefaultRepositorySystemSession(session.getRepositorySession());
        local.setOffline(true);
        return new Natives(version, () -> nativesResolver.resolve(version, local, List.of()));
    }

    /** Whether there is a project; some goals do not require one. */
    final boolean hasProject() {
        return project.getFile() != null;
    }

    /** The maximum number of concurrent processes of this goal: its share of the processors with {@code -T}. */
    final int threads() {
        int modules = Math.max(1, session.getRequest().getDegreeOfConcurrency());
        return Math.max(1, Runtime.getRuntime().availableProcessors() / modules);
    }

    final List<Path> workerClassPath() {
        return ownFiles().workerClassPath();
    }
}
