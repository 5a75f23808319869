package vn.toancanh.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a demo is made of.
 *
 * @param layout name of the layout to show in place of so many tiles
 * @param seconds ends by itself so long after the wall opened
 * @param snapshot folder for a picture of every window
 */
public record DemoOptions(
        int tiles,
        int cameras,
        int monitors,
        Optional<String> layout,
        Optional<Duration> seconds,
        Optional<Path> snapshot) {}
