// Hello says which Go built it, for the workflows that try the action.
package main

import (
	"fmt"
	"runtime"
)

func main() { fmt.Println("hello from", runtime.Version()) }
