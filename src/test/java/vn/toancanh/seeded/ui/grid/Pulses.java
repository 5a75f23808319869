package vn.toancanh.seeded.ui.grid;

import javafx.animation.AnimationTimer;

/** Breaks "one render pulse". */
abstract class Pulses extends AnimationTimer {}
