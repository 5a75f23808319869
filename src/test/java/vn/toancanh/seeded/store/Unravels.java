package vn.toancanh.seeded.store;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** Breaks "YAML only where layouts are read". */
final class Unravels {
    LoadSettings settings() {
        return LoadSettings.builder().build();
    }
}
