package vn.toancanh.ptz.stick;

/**
 * A stick that is plugged in.
 *
 * @param number of this plugging; one that is plugged in again gets another
 * @param model vendor and product, four hexadecimal digits each, such as {@code 07c0:1131}; the same for all sticks of one make
 * @param name as it calls itself, maybe empty
 * @param axes how many it has, 0 where it has none
 * @param buttons how many it has
 */
public record Stick(int number, String model, String name, int axes, int buttons) {}
