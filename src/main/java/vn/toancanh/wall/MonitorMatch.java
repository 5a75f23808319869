package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Monitor;

/**
 * Which of the monitors that are there is the one that a window was on. Firm signs go before weak ones, whatever the order in
 * which the system names its monitors; one monitor is never given to two windows. Any thread.
 */
public final class MonitorMatch {
    /** From left to right, then from top to bottom, as people count them. */
    public static final Comparator<Monitor> AS_PEOPLE_COUNT =
            Comparator.comparingInt(Monitor::x).thenComparingInt(Monitor::y).thenComparing(Monitor::name);

    /** By what a monitor was known again, the firmest first. */
    public enum By {
        /** The same piece on the same socket. */
        EDID_AND_NAME,
        /** The same piece on another socket; only where no other piece says the same of itself. */
        EDID,
        /** The same socket, place and size: another piece in its stead. */
        NAME_AND_PLACE,
        /** The same socket; it was moved, or shows another number of pixels. */
        NAME,
        /** The same place and size, where the system tells no names. */
        PLACE,
        /** Nothing of the desk is known again, so that the first is taken for the first. */
        ORDER
    }

    /** A monitor that is there, and by what it was known. */
    public record Found(Monitor monitor, By by) {}

    private final List<Monitor> homes;
    private final List<Monitor> free;
    private final List<@Nullable Found> found = new ArrayList<>();

    private MonitorMatch(List<Monitor> homes, List<Monitor> present) {
        this.homes = homes;
        this.free = new ArrayList<>(present);
        homes.forEach(home -> found.add(null));
    }

    /**
     * Looks for each window's monitor.
     *
     * @param homes where the windows were, in the order of their numbers
     * @param present the monitors there are
     * @param anotherDesk true at a start: where none at all is known again, this is another desk, and they are taken in order
     * @return for each window its monitor; empty where that is not there
     */
    public static List<Optional<Found>> of(List<Monitor> homes, List<Monitor> present, boolean anotherDesk) {
        MonitorMatch match = new MonitorMatch(homes, present);
        match.give(By.EDID_AND_NAME, (home, there) -> sameEdid(home, there) && sameName(home, there));
        match.give(By.EDID, (home, there) -> sameEdid(home, there) && match.isOnlyOne(there.edid()));
        match.give(By.NAME_AND_PLACE, (home, there) -> sameName(home, there) && home.samePlace(there));
        match.give(By.NAME, MonitorMatch::sameName);
        match.give(By.PLACE, (home, there) -> nameless(home, there) && home.samePlace(there));
        if (anotherDesk && match.found.stream().allMatch(each -> each == null)) {
            match.giveInOrder();
        }
        return match.found.stream().map(Optional::ofNullable).toList();
    }

    private static boolean sameEdid(Monitor home, Monitor there) {
        return !home.edid().isEmpty() && home.edid().equals(there.edid());
    }

    private static boolean sameName(Monitor home, Monitor there) {
        return !home.name().isEmpty() && home.name().equals(there.name());
    }

    private static boolean nameless(Monitor home, Monitor there) {
        return home.name().isEmpty() || there.name().isEmpty();
    }

    /** Pieces without a serial number all say the same. */
    private boolean isOnlyOne(String edid) {
        long wanted = IntStream.range(0, homes.size())
                .filter(at -> found.get(at) == null && homes.get(at).edid().equals(edid))
                .count();
        return wanted == 1
                && free.stream().filter(each -> each.edid().equals(edid)).count() == 1;
    }

    private void give(By by, BiPredicate<Monitor, Monitor> same) {
        for (int at = 0; at < homes.size(); at++) {
            Monitor home = homes.get(at);
            if (found.get(at) == null) {
                Optional<Monitor> taken =
                        free.stream().filter(each -> same.test(home, each)).findFirst();
                if (taken.isPresent()) {
                    free.remove(taken.get());
                    found.set(at, new Found(taken.get(), by));
                }
            }
        }
    }

    private void giveInOrder() {
        List<Integer> counted = IntStream.range(0, homes.size())
                .boxed()
                .sorted(Comparator.comparing(homes::get, AS_PEOPLE_COUNT))
                .collect(Collectors.toList());
        List<Monitor> there = free.stream().sorted(AS_PEOPLE_COUNT).toList();
        for (int i = 0; i < Math.min(counted.size(), there.size()); i++) {
            found.set(counted.get(i), new Found(there.get(i), By.ORDER));
        }
    }
}
