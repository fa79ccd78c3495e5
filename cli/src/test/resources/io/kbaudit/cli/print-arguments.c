#include <stdio.h>

/* Arguments are printed as they are, and no names of files put in their place. */
int _CRT_glob = 0;

/* Stands for java.exe: prints the arguments that it is given, a line each. */
int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    printf("%s\n", argv[i]);
  }
  return 0;
}
