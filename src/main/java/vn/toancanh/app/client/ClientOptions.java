package vn.toancanh.app.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.desk.NodeName;

/**
 * What the operator screen is started with.
 *
 * @param user signs in by itself together with {@code passwordFile}; empty: the person does
 * @param layout name of the layout to open after signing in
 * @param monitor the monitor for the main window, by its number from 1 or by its name; empty: the one it was on
 * @param seconds ends by itself after so long
 * @param snapshot folder for a picture of every window
 * @param tiles how many cameras to show by itself, the first by number; 0: the wall of last time
 * @param monitors how many windows there are, each on a monitor of its own; 0: as they were left
 * @param language asked for; empty: as it was left, at first as the system speaks
 * @param pin the certificate that the server must show; empty: the one this machine knows it by, or an authority's word
 * @param wall the wall of the city that this desk shows; empty: none
 * @param leash true where the end of standard input ends the client
 */
public record ClientOptions(
        URI server,
        Optional<String> user,
        Optional<Path> passwordFile,
        Optional<String> layout,
        Optional<String> monitor,
        boolean kiosk,
        Optional<Duration> seconds,
        Optional<Path> snapshot,
        int tiles,
        int monitors,
        Optional<Language> language,
        Optional<Fingerprint> pin,
        Optional<NodeName> wall,
        boolean leash) {
    /** How many tiles the run is asked to have live at least; a layout brings its own. */
    int tilesAsked() {
        return layout.isPresent() ? 0 : tiles;
    }

    /** True where the main window is given its monitor, rather than to open as it was left. */
    boolean placed() {
        return monitor.isPresent() || monitors > 1;
    }

    /** True where nobody sits before it: a wall by itself, or one that signs in by itself. */
    boolean unattended() {
        return kiosk || user.isPresent();
    }

    /** True where the run is to end with a result for a program. */
    public boolean measured() {
        return seconds.isPresent() || snapshot.isPresent();
    }
}
