package example;

/** An attribute's type of the application's own. */
enum Size {
    SMALL,
    LARGE
}
