package vn.toancanh.seeded.ui.map;

import javafx.animation.AnimationTimer;

/** Breaks "one render pulse". */
abstract class PulsesToo extends AnimationTimer {}
