package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.toancanh.model.Monitor;

/**
 * One window of the wall as it is kept for the next start. Immutable; any thread.
 *
 * @param id from 1 to {@link #MOST}; 1 is the main window
 * @param home the monitor it belongs to
 * @param open false where somebody has closed it: it is kept for whoever opens one on that monitor again
 * @param full true where the main window fills its monitor without a frame
 */
public record KeptWindow(int id, Monitor home, boolean open, boolean full) {
    /** The main window's. */
    public static final int MAIN = 1;

    /** The most windows of a desk. */
    public static final int MOST = 16;

    private static final String NONE = "-";
    private static final int WORDS = 9;

    public KeptWindow {
        if (id < MAIN || id > MOST) {
            throw new IllegalArgumentException("window " + id);
        }
    }

    /** The same on another monitor. */
    public KeptWindow withHome(Monitor other) {
        return new KeptWindow(id, other, open, full);
    }

    /** The same open or closed. */
    public KeptWindow withOpen(boolean now) {
        return new KeptWindow(id, home, now, full);
    }

    /** The same with or without a frame. */
    public KeptWindow withFull(boolean now) {
        return new KeptWindow(id, home, open, now);
    }

    /** As text, a line a window: id, open, full, place and size, name, EDID. */
    public static String write(List<KeptWindow> windows) {
        return windows.stream().map(KeptWindow::line).collect(Collectors.joining("\n"));
    }

    private String line() {
        return id + " " + (open ? 1 : 0) + " " + (full ? 1 : 0) + " " + home.x() + " " + home.y() + " " + home.width()
                + " " + home.height() + " " + word(home.name()) + " " + word(home.edid());
    }

    private static String word(String text) {
        return text.isEmpty() ? NONE : text;
    }

    /** What {@link #write} wrote, by their ids; lines that are none, and a second one of an id, are left out. */
    public static List<KeptWindow> read(String text) {
        List<KeptWindow> windows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            readLine(line.split(" ", -1))
                    .filter(read -> windows.stream().noneMatch(there -> there.id == read.id))
                    .ifPresent(windows::add);
        }
        windows.sort(Comparator.comparingInt(KeptWindow::id));
        return windows;
    }

    private static Optional<KeptWindow> readLine(String[] words) {
        if (words.length != WORDS) {
            return Optional.empty();
        }
        try {
            Monitor home = new Monitor(
                    words[7].equals(NONE) ? "" : words[7],
                    words[8].equals(NONE) ? "" : words[8],
                    Integer.parseInt(words[3]),
                    Integer.parseInt(words[4]),
                    Integer.parseInt(words[5]),
                    Integer.parseInt(words[6]));
            return Optional.of(
                    new KeptWindow(Integer.parseInt(words[0]), home, words[1].equals("1"), words[2].equals("1")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
