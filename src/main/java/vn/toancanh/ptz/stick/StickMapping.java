package vn.toancanh.ptz.stick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the axes and buttons of a model of sticks do. It is kept as one line of text, so that it outlives updates and plugging.
 *
 * @param pan steers to the right
 * @param tilt steers upwards
 * @param zoom steers nearer
 * @param pressed what pressing a button does, by its index from 0, below {@link #BUTTONS}
 * @param released what letting it go does; nothing that is {@linkplain StickDeed.Kind#isHeld() held}
 */
public record StickMapping(
        StickAxis pan,
        StickAxis tilt,
        StickAxis zoom,
        Map<Integer, StickDeed> pressed,
        Map<Integer, StickDeed> released) {
    /** How many buttons can do something. */
    public static final int BUTTONS = 24;

    private static final String UP = "up";

    /** @throws IllegalArgumentException for a button beyond the last one, or one that should hold something when it is let go */
    public StickMapping {
        pressed = Map.copyOf(pressed);
        released = Map.copyOf(released);
        List<Integer> all = new ArrayList<>(pressed.keySet());
        all.addAll(released.keySet());
        if (all.stream().anyMatch(button -> button < 0 || button >= BUTTONS)) {
            throw new IllegalArgumentException("no button of " + BUTTONS + ": " + all);
        }
        if (released.values().stream().anyMatch(deed -> deed.kind().isHeld())) {
            throw new IllegalArgumentException("nothing is held by a button that is up: " + released);
        }
    }

    /** The same with one button that does something else when it is pressed. */
    public StickMapping withPressed(int button, StickDeed deed) {
        return withPressed(button, Optional.of(deed));
    }

    /** The same with one button that does something else when it is pressed, or nothing. */
    public StickMapping withPressed(int button, Optional<StickDeed> deed) {
        return new StickMapping(pan, tilt, zoom, with(pressed, button, deed), released);
    }

    /**
     * The same with one button that does something else when it is let go, or nothing.
     *
     * @throws IllegalArgumentException where it would have to be {@linkplain StickDeed.Kind#isHeld() held}
     */
    public StickMapping withReleased(int button, Optional<StickDeed> deed) {
        return new StickMapping(pan, tilt, zoom, pressed, with(released, button, deed));
    }

    private static Map<Integer, StickDeed> with(Map<Integer, StickDeed> all, int button, Optional<StickDeed> deed) {
        Map<Integer, StickDeed> others = new TreeMap<>(all);
        deed.ifPresentOrElse(does -> others.put(button, does), () -> others.remove(button));
        return others;
    }

    /** The same with other axes. */
    public StickMapping withAxes(StickAxis forPan, StickAxis forTilt, StickAxis forZoom) {
        return new StickMapping(forPan, forTilt, forZoom, pressed, released);
    }

    /**
     * One line of words, as {@link #parse} has it: {@code pan=0/+/0.10/2.0/0.00 tilt=1/-/0.10/2.0/0.00 zoom=none 1=preset:1 4=nearer
     * 9=home 9up=stop}; buttons count from 1, as they do on the sticks.
     */
    public String write() {
        List<String> words =
                new ArrayList<>(List.of("pan=" + pan.write(), "tilt=" + tilt.write(), "zoom=" + zoom.write()));
        new TreeMap<>(pressed).forEach((button, deed) -> words.add(button + 1 + "=" + deed.write()));
        new TreeMap<>(released).forEach((button, deed) -> words.add(button + 1 + UP + "=" + deed.write()));
        return String.join(" ", words);
    }

    /** What was written; empty where it cannot be read, as after a change by hand. */
    public static Optional<StickMapping> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException saying which word is wrong, or that an axis is named twice or not at all
     */
    public static StickMapping parse(String text) {
        Map<String, StickAxis> axes = new TreeMap<>();
        Map<Integer, StickDeed> pressed = new TreeMap<>();
        Map<Integer, StickDeed> released = new TreeMap<>();
        for (String word : text.strip().split(" +", -1)) {
            String[] sides = word.split("=", -1);
            boolean twice = sides.length == 2
                    && (sides[0].matches("pan|tilt|zoom")
                            ? axes.put(sides[0], StickAxis.read(sides[1])) != null
                            : (sides[0].endsWith(UP) ? released : pressed)
                                            .put(button(sides[0]), StickDeed.read(sides[1]))
                                    != null);
            if (sides.length != 2 || twice) {
                throw new IllegalArgumentException("no word of a mapping, or there twice: " + word);
            }
        }
        if (axes.size() != 3) {
            throw new IllegalArgumentException("pan, tilt and zoom are not all named: " + text);
        }
        return new StickMapping(
                axes.getOrDefault("pan", StickAxis.NONE),
                axes.getOrDefault("tilt", StickAxis.NONE),
                axes.getOrDefault("zoom", StickAxis.NONE),
                pressed,
                released);
    }

    private static int button(String name) {
        if (!name.matches("[0-9]{1,2}(" + UP + ")?")) {
            throw new IllegalArgumentException("no button: " + name);
        }
        return Integer.parseInt(name.replace(UP, "")) - 1;
    }
}
