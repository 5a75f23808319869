/** The monitors of this desktop: what JavaFX tells of them, and what the system tells besides. FX thread but where a class says otherwise. */
@NullMarked
package vn.toancanh.app.screens;

import org.jspecify.annotations.NullMarked;
