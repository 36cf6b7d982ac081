package io.github.bpflinker.maven.mojo;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginConfigurationException;
import org.apache.maven.plugin.PluginManagerException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Runs goals of this plugin early, each with the configuration that it has in the same execution, so that it finds
 * nothing to do in its own phase.
 */
final class OtherGoals {

    private static final String CONFIGURATION = "configuration";

    private final BuildPluginManager goals;
    private final MavenSession session;
    private final MojoExecution caller;

    OtherGoals(BuildPluginManager goals, MavenSession session, MojoExecution caller) {
        this.goals = goals;
        this.session = session;
        this.caller = caller;
    }

    /** Runs the goal. */
    void run(String goal) throws MojoExecutionException, MojoFailureException {
        MojoDescriptor descriptor =
                caller.getMojoDescriptor().getPluginDescriptor().getMojo(goal);
        MojoExecution execution = new MojoExecution(descriptor, caller.getExecutionId(), caller.getSource());
        execution.setConfiguration(configuration(descriptor));
        try {
            goals.executeMojo(session, execution);
        } catch (PluginManagerException | PluginConfigurationException e) {
            throw new MojoExecutionException("bpf:" + goal + " can't be started: " + e.getMessage(), e);
        }
    }

    /** The configuration of the POM for the goal's parameters, and their defaults, as Maven itself puts them together. */
    private Xpp3Dom configuration(MojoDescriptor descriptor) {
        Xpp3Dom pom = configurationOfPom();
        PlexusConfiguration defaults = descriptor.getMojoConfiguration();
        Xpp3Dom all = new Xpp3Dom(CONFIGURATION);
        for (Parameter parameter : descriptor.getParameters()) {
            Xpp3Dom given = pom == null ? null : pom.getChild(parameter.getName());
            PlexusConfiguration preset = defaults.getChild(parameter.getName(), false);
            Xpp3Dom value = Xpp3Dom.mergeXpp3Dom(
                    given == null ? null : new Xpp3Dom(given), preset == null ? null : copy(preset));
            if (value != null) {
                all.addChild(value);
            }
        }
        return all;
    }

    private @Nullable Xpp3Dom configurationOfPom() {
        Plugin plugin = session.getCurrentProject()
                .getPlugin(caller.getMojoDescriptor().getPluginDescriptor().getPluginLookupKey());
        if (plugin == null) {
            return null;
        }
        PluginExecution own = plugin.getExecutionsAsMap().get(caller.getExecutionId());
        return (Xpp3Dom) (own == null ? plugin.getConfiguration() : own.getConfiguration());
    }

    private static Xpp3Dom copy(PlexusConfiguration from) {
        Xpp3Dom to = new Xpp3Dom(from.getName());
        to.setValue(from.getValue(null));
        for (String name : from.getAttributeNames()) {
            to.setAttribute(name, from.getAttribute(name, null));
        }
        return to;
    }
}
