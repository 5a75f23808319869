package vn.toancanh.seeded.ui.grid;

import java.awt.image.BufferedImage;

/** Breaks "AWT only where pictures are drawn". */
record Awt(BufferedImage image) {}
