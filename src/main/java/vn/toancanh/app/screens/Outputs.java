package vn.toancanh.app.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toancanh.model.Monitor;

/**
 * The outputs that show something, as {@code xrandr --current --props} prints them: a line for each that begins with its name,
 * and its properties indented beneath, an EDID as lines of hexadecimal digits. Any thread.
 */
final class Outputs {
    /** "HDMI-1 connected primary 1920x1080+1920+0 (normal left …) 527mm x 296mm"; the place stands there while it shows something. */
    private static final Pattern SHOWN =
            Pattern.compile("^(\\S+) (?:connected|disconnected|unknown connection) (?:primary )?"
                    + "([0-9]{1,5})x([0-9]{1,5})\\+(-?[0-9]{1,6})\\+(-?[0-9]{1,6})(?: .*)?$");

    private static final Pattern DIGITS = Pattern.compile("^\\s+([0-9a-fA-F]{32})\\s*$");

    private final List<Monitor> monitors = new ArrayList<>();
    private Matcher output = SHOWN.matcher("");
    private boolean shown;
    private boolean inEdid;
    private final StringBuilder edid = new StringBuilder();

    private Outputs() {}

    /** Reads what was printed; what is not understood is passed over. */
    static List<Monitor> read(String printed) {
        Outputs outputs = new Outputs();
        printed.lines().forEach(outputs::line);
        outputs.ended();
        return List.copyOf(outputs.monitors);
    }

    private void line(String line) {
        if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
            ended();
            output = SHOWN.matcher(line);
            shown = output.matches();
            return;
        }
        Matcher digits = DIGITS.matcher(line);
        if (inEdid && digits.matches()) {
            edid.append(digits.group(1));
            return;
        }
        inEdid = line.strip().equals("EDID:");
    }

    private void ended() {
        if (shown && number(2) > 0 && number(3) > 0) {
            monitors.add(new Monitor(
                    output.group(1),
                    edid.isEmpty() ? "" : Edid.identity(edid.toString()),
                    number(4),
                    number(5),
                    number(2),
                    number(3)));
        }
        shown = false;
        inEdid = false;
        edid.setLength(0);
    }

    private int number(int group) {
        return Integer.parseInt(output.group(group));
    }
}
