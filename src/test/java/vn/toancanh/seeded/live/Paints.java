package vn.toancanh.seeded.live;

import javafx.scene.Node;

/** Breaks "JavaFX only in views". */
record Paints(Node node) {}
