package vn.toancanh.app.support;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import vn.toancanh.app.Surroundings;

/** The program, its Java and the machine it stands on, as names and values. */
final class Machine {
    /** Variables that change what the program does; all others stay unread. */
    private static final List<String> VARIABLES = List.of(
            "DISPLAY",
            "JAVA_HOME",
            "LANG",
            "LC_ALL",
            "LC_MESSAGES",
            "VLC_PLUGIN_PATH",
            "WALL_SCREEN",
            "WAYLAND_DISPLAY",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            "XDG_RUNTIME_DIR",
            "XDG_SESSION_TYPE",
            "XDG_STATE_HOME");

    private Machine() {}

    static Map<String, Object> facts(Surroundings given, Map<String, String> environment) {
        Map<String, Object> facts = new LinkedHashMap<>();
        String built = Machine.class.getPackage().getImplementationVersion();
        facts.put("program", built == null ? "development" : built);
        facts.put("made", given.clock().now().toString());
        facts.put("java", Runtime.version().toString());
        for (String name : List.of("java.vendor", "java.vm.name", "java.home", "os.name", "os.version", "os.arch")) {
            facts.put(name, System.getProperty(name, ""));
        }
        facts.put("locale", Locale.getDefault().toLanguageTag());
        facts.put("timeZone", TimeZone.getDefault().getID());
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            facts.put("memoryBytes", system.getTotalMemorySize());
            facts.put("freeMemoryBytes", system.getFreeMemorySize());
            facts.put("load", system.getSystemLoadAverage());
        }
        Map<String, String> variables = new LinkedHashMap<>();
        VARIABLES.stream().filter(environment::containsKey).forEach(name -> variables.put(name, environment.get(name)));
        facts.put("variables", variables);
        return facts;
    }
}
