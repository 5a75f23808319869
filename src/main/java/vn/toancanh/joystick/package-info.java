/**
 * Sticks through SDL, and what is known of certain models: the one room that knows SDL. It looks at joysticks only, opens no window and
 * hears no sound. All of it on the STICK lane's thread.
 */
@NullMarked
package vn.toancanh.joystick;

import org.jspecify.annotations.NullMarked;
