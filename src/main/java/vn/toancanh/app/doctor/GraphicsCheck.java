package vn.toancanh.app.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.base.Texts;

/** Which graphics pipeline JavaFX gets here, tried in a process of its own. */
record GraphicsCheck(Texts texts, ChildJvm jvm, Probe probe, Map<String, String> environment) implements Check {
    private static final Pattern PIPELINE = Pattern.compile("Initialized prism pipeline: com\\.sun\\.prism\\.(\\w+)");

    @Override
    public Finding look() {
        if (!DisplayCheck.isThere(environment)) {
            return Finding.warning("graphics", texts.get("doctor.graphicsUntried"), "");
        }
        Optional<Probe.Said> said = probe.run(
                jvm.command("client", List.of("-Dprism.verbose=true"), GraphicsProbe.class.getName(), List.of()));
        if (said.isEmpty() || said.get().status() != 0) {
            return Finding.problem(
                    "graphics", texts.get("doctor.graphicsFails"), texts.get("doctor.graphicsFailsAdvice"));
        }
        String text = said.get().text();
        Matcher matcher = PIPELINE.matcher(text);
        String pipeline = matcher.find() ? matcher.group(1) : "?";
        boolean software = pipeline.equals("sw") || text.contains("llvmpipe");
        return software
                ? Finding.warning(
                        "graphics", texts.get("doctor.graphicsSoftware"), texts.get("doctor.graphicsSoftwareAdvice"))
                : Finding.ok("graphics", texts.get("doctor.graphics", pipeline));
    }
}
