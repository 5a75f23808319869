/** What a person does at the desk, as verbs that join the workrooms: sign in, show a camera, change the language. Lane: DESK. */
@NullMarked
package vn.toancanh.desk;

import org.jspecify.annotations.NullMarked;
